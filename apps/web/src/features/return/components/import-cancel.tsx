"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function CancelImport({
  publicId,
  importId,
}: {
  readonly publicId: string;
  readonly importId: string;
}) {
  const t = useTranslations("file.import");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Button
      disabled={pending}
      onClick={() =>
        act(() => client.return.cancelImport.mutate({ publicId, import: importId }), t("cancelledText"))
      }
    >
      {t("cancel")}
    </Button>
  );
}
