export type { Paper, PaperBlock, PaperColumn } from "./paper.ts";
export { renderPaper } from "./render-paper.ts";
