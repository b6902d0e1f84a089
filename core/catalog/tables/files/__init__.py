"""Files that hold tables: text of any encoding, workbooks."""
