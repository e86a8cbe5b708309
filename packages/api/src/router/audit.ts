import {
  isExportSigned,
  listActs,
  listEntries,
  readExportCheckpoints,
  readExportHeads,
  readExportLinks,
  searchEntries,
  startExport,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const auditRouter = router({
  list: fromQuery(listEntries),
  acts: fromQuery(listActs),
  search: fromQuery(searchEntries),
  export: fromMutation(startExport),
  signed: fromQuery(isExportSigned),
  heads: fromQuery(readExportHeads),
  links: fromQuery(readExportLinks),
  checkpoints: fromQuery(readExportCheckpoints),
});
