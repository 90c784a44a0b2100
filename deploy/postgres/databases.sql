-- One for each service; they make their own tables.
CREATE DATABASE upload;
CREATE DATABASE registration;
CREATE DATABASE status;
