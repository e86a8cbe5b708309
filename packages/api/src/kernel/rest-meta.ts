import type { ApiScope } from "@lilink/model/policy";
import type { z } from "zod";

/** What the handler and the document need to know of an operation beyond trpc-to-openapi's own meta. */
export type RestMeta = {
  readonly rest?: {
    /** What a key must hold; null where none is asked for. The policy decides, this tells. */
    readonly scope: ApiScope | null;
    /** Whether a visitor without a key may call it. */
    readonly open: boolean;
    readonly input: z.ZodType;
  };
};
