import { errorCodes, fieldRules } from "@lilink/model/error";
import { z } from "zod";

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** The one shape of every error: a code to branch on, its parameters, the fields at fault, and texts to show. */
export const errorBody = z
  .object({
    code: z.enum(errorCodes),
    message: z.string(),
    params,
    faults: z.array(
      z.object({
        field: z.string(),
        rule: z.enum(fieldRules),
        params: params.optional(),
        message: z.string(),
      }),
    ),
    requestId: z.uuid(),
  })
  .meta({ id: "Error" });
