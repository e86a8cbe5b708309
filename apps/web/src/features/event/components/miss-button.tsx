"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = { readonly id: string; readonly guest: string; readonly name: string };

/** Marks one firm as absent from now on; whoever comes late is let in by the code. [EV10] */
export function MissButton({ id, guest, name }: Given) {
  const t = useTranslations("event.board");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`${t("miss")}: ${name}`}
      onClick={() => void act(() => client.event.miss.mutate({ publicId: id, guest }), t("missed"))}
    >
      {t("miss")}
    </Button>
  );
}
