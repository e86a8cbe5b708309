"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function MarkAll() {
  const t = useTranslations("notice");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const mark = () => act(() => client.notice.readAll.mutate({}), t("markedAll"));
  return (
    <Button pending={pending} onClick={() => void mark()}>
      {t("markAll")}
    </Button>
  );
}
