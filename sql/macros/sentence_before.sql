-- What stands in the sentence before the character `first` of `passage` (offsets from 0).
-- Example: select sentence_before('上文。共有30家。', 5);
create macro sentence_before(passage, first) as regexp_extract(substring(passage, 1, first), '[^。！？!?\n]*$');
