module {
  "PartOf": [{"Type": "aws_route_table", "By": "route_table_id", "Is": ["id"]}],
  "TakesFrom": [{"Type": "aws_subnet", "By": "subnet_id", "Is": ["id"], "As": "subnets"}]
};

def join($part): .;
