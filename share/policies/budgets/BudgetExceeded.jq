module {
  "Title": "Budget is exceeded",
  "ResourceType": "AWS::Budgets::Budget",
  "Severity": 50,
  "Category": "cost",
  "Reads": [".Configuration.BudgetType", ".Configuration.BudgetLimit", ".Configuration.CalculatedSpend.ActualSpend"],
  "Remediation": "See what costs: aws ce get-cost-and-usage --time-period Start=DAY,End=DAY --granularity MONTHLY --metrics UnblendedCost --group-by Type=DIMENSION,Key=SERVICE",
  "Source": [
    "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html",
    "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html"
  ]
};
include "check";

# Utilization and coverage of reservations are bad when they are low.
def amount($name): .Amount | text($name) | given($name) | tonumber;

def violation:
  .Configuration
  | select(.BudgetType | text("BudgetType") | . == null or IN("COST", "USAGE"))
  | select(.BudgetLimit | object("BudgetLimit") != null)
  | select(.CalculatedSpend | object("CalculatedSpend") | .ActualSpend | object("ActualSpend") != null)
  | select((.CalculatedSpend.ActualSpend | amount("ActualSpend")) > (.BudgetLimit | amount("BudgetLimit")))
  | {
      Message: "\(.CalculatedSpend.ActualSpend.Amount) of \(.BudgetLimit.Amount) \(.BudgetLimit.Unit) spent",
      Evidence: {BudgetLimit, ActualSpend: .CalculatedSpend.ActualSpend}
    };
