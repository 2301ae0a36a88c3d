-- Every run of digits was understood by some rule.
select document, start_char, surface from numbers where rule = 'unread';
