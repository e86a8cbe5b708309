"use client";

import type { PostingFile, PostingKind, PostingPartFields } from "@lilink/model/posting";
import type { ComboboxOption, SelectOption } from "@lilink/ui";
import { createContext, type RefObject, useContext } from "react";
import type { Change, Undo } from "./use-changes.ts";
import type { Places } from "./use-places.ts";
import type { ReadingTools } from "./use-reading.ts";

/** What every field of the form may ask for. */
export type FormTools = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly concepts: readonly ComboboxOption[];
  /** Provinces and countries by name. */
  readonly regions: readonly SelectOption[];
  readonly identity: NonNullable<PostingPartFields["identity"]>;
  readonly files: readonly PostingFile[];
  readonly addFile: (file: PostingFile) => void;
  readonly errorOf: (field: string) => string | undefined;
  /** Changes more than one control at once, so that it can be undone. */
  readonly change: Change;
  readonly undo: Undo | null;
  readonly places: Places;
  readonly reading: ReadingTools;
  /** Saves what is typed at once; whether that was done. */
  readonly flush: () => Promise<boolean>;
  /** True once the next page is on its way: nothing sets out from this one any more. */
  readonly leaving: RefObject<boolean>;
  /** Tells whoever hears the page what came of an act. */
  readonly say: (text: string) => void;
};

const ToolsContext = createContext<FormTools | null>(null);
export const FormToolsProvider = ToolsContext.Provider;

export function useFormTools(): FormTools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("a field of the posting form stands outside of the form");
  return tools;
}
