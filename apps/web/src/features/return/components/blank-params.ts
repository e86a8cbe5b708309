/** What the words of rules and checks may name, for a fault that does not say it. */
export const blankParams = {
  typed: "",
  unit: "",
  from: "",
  to: "",
  max: "",
  low: "",
  high: "",
  row: "",
  mine: "",
  theirs: "",
  count: "",
  total: "",
  names: "",
  value: "",
  now: "",
  before: "",
};
