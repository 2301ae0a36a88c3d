-- A number's surface is exactly what its passage has at its offsets.
select numbers.number_id, numbers.document, numbers.start_char, numbers.surface
from numbers
join passages on passages.passage_id = numbers.passage_id
where substring(passages.text, numbers.start_char - passages.start_char + 1, numbers.end_char - numbers.start_char)
    is distinct from numbers.surface;
