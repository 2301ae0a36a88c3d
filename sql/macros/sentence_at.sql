-- The sentence of `passage` that holds the characters from `first` to `last` (offsets from 0, `last` exclusive).
-- Example: select sentence_at(p.text, n.start_char - p.start_char, n.end_char - p.start_char)
--          from numbers n join passages p using (passage_id) limit 5;
create macro sentence_at(passage, first, last) as trim(
    regexp_extract(substring(passage, 1, first), '[^。！？!?\n]*$')
    || substring(passage, first + 1, last - first)
    || regexp_extract(substring(passage, last + 1), '^[^。！？!?\n]*[。！？!?]?[”’」』]*')
);
