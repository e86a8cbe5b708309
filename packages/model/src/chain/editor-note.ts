import editorNotesJson from "./data/editor-notes.json" with { type: "json" };

/** misprint: the print is wrong. disagreement: figures exclude one another. reading: one of several. reported: news, text not read. */
export const editorNoteKinds = ["misprint", "disagreement", "reading", "reported"] as const;
export type EditorNoteKind = (typeof editorNoteKinds)[number];

export const notedPlaceKinds = ["goal", "indicator", "concept", "fact", "organization"] as const;
export type NotedPlaceKind = (typeof notedPlaceKinds)[number];

/** `printed`: the paper's own words, which the product keeps. Ids of places: goals.json, indicators, concepts, facts, directory. */
export type EditorNote = {
  readonly id: string;
  readonly kind: EditorNoteKind;
  readonly printed: string;
  readonly zh: string;
  readonly en: string;
  readonly places: readonly { readonly kind: NotedPlaceKind; readonly id: string }[];
};

export const editorNotes = editorNotesJson as readonly EditorNote[];

/**
 * The editor's notes at a place, in the order of their ids. [CH10]
 * @example listEditorNotes("goal", "G25-12") // EN-03
 */
export function listEditorNotes(kind: NotedPlaceKind, id: string): readonly EditorNote[] {
  return editorNotes.filter((note) => note.places.some((place) => place.kind === kind && place.id === id));
}
