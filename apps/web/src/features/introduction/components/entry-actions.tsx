"use client";

import type { LedgerAction } from "@lilink/model/introduction";
import { Button, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type EntryActionsProps = { readonly entry: string; readonly ours: boolean };

/** The other side confirms or disputes; one's own word can be taken back. */
export function EntryActions({ entry, ours }: EntryActionsProps) {
  const t = useTranslations("introduction.ledger");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const [pending, setPending] = useState<LedgerAction | null>(null);
  const decide = async (action: LedgerAction) => {
    setPending(action);
    try {
      await client.introduction.decide.mutate({ entry, action });
      toast({ tone: "success", title: t(`done.${action}`) });
    } catch (error) {
      toast({ tone: "danger", title: toErrorMessage(error, {}, errors).text });
    }
    setPending(null);
    router.refresh();
  };
  const actions: readonly LedgerAction[] = ours ? ["retract"] : ["confirm", "dispute"];
  return (
    <span className="flex flex-wrap gap-2">
      {actions.map((action) => (
        <Button
          key={action}
          size="sm"
          variant={action === "confirm" ? "plain" : "quiet"}
          pending={pending === action}
          onClick={() => void decide(action)}
        >
          {t(action)}
        </Button>
      ))}
    </span>
  );
}
