/** Definitions of indicators: types, dimensions and expressions, safe in the browser. The 55 shipped ones are a room of their own. */
export * from "./definition.ts";
export * from "./diff-definitions.ts";
export * from "./dimension.ts";
export * from "./edit-definition.ts";
export * from "./example-figures.ts";
export { evaluateExpression, type Figure, type Figures } from "./expression/evaluate-expression.ts";
export { type ExpressionFault, expressionFaultRules, functionForms } from "./expression/expression.ts";
export { type FigureRow, type FiguresAt, toFigures } from "./expression/figures-of.ts";
export { listUses, type Use } from "./expression/judge-names.ts";
export { type ParsedExpression, parseExpression } from "./expression/parse-expression.ts";
export * from "./judge-definition.ts";
export * from "./list-owed.ts";
export * from "./measure-breakdowns.ts";
export { measureRows } from "./measure-rows.ts";
export * from "./print-figure.ts";
export * from "./run-checks.ts";
export * from "./version.ts";
