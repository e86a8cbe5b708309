"use client";

import type { LedgerAction } from "@lilink/model/introduction";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type EntryActionsProps = { readonly entry: string; readonly ours: boolean };

/** The other side confirms or disputes; one's own word can be taken back. */
export function EntryActions({ entry, ours }: EntryActionsProps) {
  const t = useTranslations("introduction.ledger");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const decide = (action: LedgerAction) =>
    act(() => client.introduction.decide.mutate({ entry, action }), t(`done.${action}`));
  const actions: readonly LedgerAction[] = ours ? ["retract"] : ["confirm", "dispute"];
  return (
    <span className="flex flex-wrap gap-2">
      {actions.map((action) => (
        <Button
          key={action}
          size="sm"
          variant={action === "confirm" ? "plain" : "quiet"}
          pending={pending}
          onClick={() => void decide(action)}
        >
          {t(action)}
        </Button>
      ))}
    </span>
  );
}
