-- The sentence of `passage` that holds the characters from `first` to `last`, these in 【】.
-- Example: select marked_sentence(p.text, n.start_char - p.start_char, n.end_char - p.start_char)
--          from numbers n join passages p using (passage_id) limit 5;
create macro marked_sentence(passage, first, last) as trim(
    regexp_extract(substring(passage, 1, first), '[^。！？!?\n]*$')
    || '【' || substring(passage, first + 1, last - first) || '】'
    || regexp_extract(substring(passage, last + 1), '^[^。！？!?\n]*[。！？!?]?[”’」』]*')
);
