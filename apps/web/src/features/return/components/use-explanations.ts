"use client";

import { useCallback, useRef, useState } from "react";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnForm } from "../queries.ts";

const pause = 800;

/** The explanations as they are typed; each is saved a moment after its last key, and all of them by `flush`. */
export function useExplanations({
  publicId,
  version,
  explanations,
}: Pick<ReturnForm, "publicId" | "version" | "explanations">) {
  const client = useTRPCClient();
  const [words, setWords] = useState<ReadonlyMap<string, string>>(
    new Map(explanations.map(({ check, text }) => [check, text])),
  );
  const unsaved = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    for (const [check, text] of unsaved.current) {
      await client.return.saveExplanation.mutate({ publicId, version, check, text });
      if (unsaved.current.get(check) === text) unsaved.current.delete(check);
    }
  }, [client, publicId, version]);

  const explain = useCallback(
    (check: string, text: string) => {
      setWords((known) => new Map(known).set(check, text));
      unsaved.current.set(check, text);
      clearTimeout(timer.current);
      // What fails here is sent again when the return is handed in, which then tells why.
      timer.current = setTimeout(() => flush().catch(() => undefined), pause);
    },
    [flush],
  );
  return { words, explain, flush };
}
