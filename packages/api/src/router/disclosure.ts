import { listDisclosures } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const disclosureRouter = router({ list: fromQuery(listDisclosures) });
