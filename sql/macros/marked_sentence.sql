-- A sentence with the number in it, which starts at `start` (from 0) and reads `surface`, in 【】.
-- Example: select marked_sentence(quote, quote_at, surface) from claims limit 5;
create macro marked_sentence(sentence, start, surface) as
    left(sentence, start) || '【' || surface || '】' || substring(sentence, start + 1 + len(surface));
