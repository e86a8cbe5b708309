import { listPublicFigures, notePublicFigure, removePublicFigure } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const publicFigureRouter = router({
  list: fromQuery(listPublicFigures),
  note: fromMutation(notePublicFigure),
  remove: fromMutation(removePublicFigure),
});
