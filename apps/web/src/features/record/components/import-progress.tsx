"use client";

import type { RegisterName } from "@lilink/model/register";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FileProgress } from "#components/file-progress.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { RecordImport } from "../queries.ts";

type ImportProgressProps = { readonly register: string; readonly item: RecordImport };

/** How far a file of records is, and a way to stop it. */
export function ImportProgress({ register, item }: ImportProgressProps) {
  const t = useTranslations("file.import");
  const verbs = useTRPCClient()[register as RegisterName];
  const { pending, act } = useAct();
  const cancel = () => act(() => verbs.cancelImport.mutate({ import: item.publicId }), t("cancelledText"));
  return (
    <>
      <FileProgress item={item} topic="record" read={() => verbs.imports.query({})} />
      <p>
        <Button size="sm" disabled={pending} onClick={() => void cancel()}>
          {t("cancel")}
        </Button>
      </p>
    </>
  );
}
