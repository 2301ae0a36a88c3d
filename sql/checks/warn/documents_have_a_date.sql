-- A document has a publication date: relative times such as 今年 need it.
select document_id, name from documents where published_on is null;
