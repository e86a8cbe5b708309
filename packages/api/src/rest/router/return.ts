import {
  correctReturn,
  listOwnReturns,
  listReturnFigures,
  loadReturn,
  saveExplanation,
  saveValues,
  submitReturn,
} from "@lilink/services";
import { z } from "zod";
import { router } from "../../kernel/trpc.ts";
import { restMutation, restQuery } from "../operation.ts";
import { moment } from "../shape/basic.ts";
import { returnFigures, returnForm, returnList, savedFigures, submittedReturn } from "../shape/return.ts";

const reads = { tag: "returns", scope: "returns:read", open: false } as const;
const writes = { tag: "returns", scope: "returns:write", open: false } as const;

export const returnOperations = router({
  list: restQuery(listOwnReturns, { ...reads, method: "GET", path: "/returns", output: returnList }),
  load: restQuery(loadReturn, { ...reads, method: "GET", path: "/returns/{publicId}", output: returnForm }),
  listFigures: restQuery(listReturnFigures, {
    ...reads,
    method: "GET",
    path: "/returns/{publicId}/figures",
    output: returnFigures,
  }),
  saveValues: restMutation(saveValues, {
    ...writes,
    method: "PUT",
    path: "/returns/{publicId}/values",
    output: savedFigures,
  }),
  saveExplanation: restMutation(saveExplanation, {
    ...writes,
    method: "PUT",
    path: "/returns/{publicId}/explanations",
    output: z.object({ savedAt: moment }),
  }),
  submit: restMutation(submitReturn, {
    ...writes,
    method: "POST",
    path: "/returns/{publicId}/submit",
    output: submittedReturn,
  }),
  correct: restMutation(correctReturn, {
    ...writes,
    method: "POST",
    path: "/returns/{publicId}/correct",
    output: z.object({ version: z.int() }),
  }),
});
