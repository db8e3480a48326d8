module {
  "PartOf": [{"Type": "aws_route_table", "By": "route_table_id", "Is": ["id"]}]
};

def join($part): .;
