/** The plan for whoever measures or tries it on a database of one's own. */

export { allRegistersSql } from "../register/register-sql.ts";
export { applyPlan } from "./apply-plan.ts";
export { readPlan, type Source, sources } from "./sources.ts";
