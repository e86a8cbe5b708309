/** The plan for whoever measures or tries it on a database of one's own. */

export { ledgersSql } from "../ledger/ledger-sql.ts";
export { fillMachines } from "../register/machine-rows.ts";
export { allRegistersSql } from "../register/register-sql.ts";
export { applyPlan } from "./apply-plan.ts";
export { bodyReferences, type Way } from "./body-references.ts";
export { readPlan, type Source, sources } from "./sources.ts";
