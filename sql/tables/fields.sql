-- Fields of the economy and the words that name them or point to them, from seeds/reference.
create table fields (
    field varchar primary key,
    names varchar not null,
    signs varchar
);
