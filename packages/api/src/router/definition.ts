import { adoptDefinition, listDefinitions, proposeDefinition, withdrawDefinition } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const definitionRouter = router({
  list: fromQuery(listDefinitions),
  propose: fromMutation(proposeDefinition),
  adopt: fromMutation(adoptDefinition),
  withdraw: fromMutation(withdrawDefinition),
});
