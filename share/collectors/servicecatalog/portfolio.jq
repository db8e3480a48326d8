# With the accounts that it is shared with one by one; shares with an organization are of other types.
# https://docs.aws.amazon.com/servicecatalog/latest/dg/API_DescribePortfolioShares.html
module {
  "ResourceType": "AWS::ServiceCatalog::Portfolio",
  "Service": "servicecatalog",
  "Scope": "regional",
  "List": {
    "Operation": "ListPortfolios", "Parameters": {"PageSize": 100},
    "Token": {"In": "PageToken", "Out": "NextPageToken"},
    "Items": "PortfolioDetails[]", "Permission": "servicecatalog:ListPortfolios"
  },
  "Detail": [
    {
      "Operation": "DescribePortfolio", "Parameters": {"Id": ".Id"},
      "From": "Tags", "Into": "Tags", "Permission": "servicecatalog:DescribePortfolio"
    },
    {
      "Operation": "DescribePortfolioShares", "Parameters": {"PortfolioId": ".Id", "Type": "ACCOUNT", "PageSize": 100},
      "Token": {"In": "PageToken", "Out": "NextPageToken"},
      "From": "PortfolioShareDetails", "Into": "AccountShares", "Permission": "servicecatalog:DescribePortfolioShares"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .ARN;
