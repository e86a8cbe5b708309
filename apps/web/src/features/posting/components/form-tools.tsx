"use client";

import type { PostingFile, PostingKind, PostingPartFields } from "@lilink/model/posting";
import type { ComboboxOption } from "@lilink/ui";
import { createContext, useContext } from "react";

/** What every field of the form may ask for. */
export type FormTools = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly concepts: readonly ComboboxOption[];
  readonly identity: NonNullable<PostingPartFields["identity"]>;
  readonly files: readonly PostingFile[];
  readonly addFile: (file: PostingFile) => void;
  readonly errorOf: (field: string) => string | undefined;
};

const ToolsContext = createContext<FormTools | null>(null);
export const FormToolsProvider = ToolsContext.Provider;

export function useFormTools(): FormTools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("a field of the posting form stands outside of the form");
  return tools;
}

/** The id of a field's control, as the error summary links to it. */
export function controlId(field: string): string {
  return `posting-${field.replaceAll(".", "-")}`;
}
