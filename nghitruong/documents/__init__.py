"""Files and official documents of any record; building letters and reports by Nghị định 30/2020."""
