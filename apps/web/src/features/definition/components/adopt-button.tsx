"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type AdoptButtonProps = {
  readonly indicator: string;
  readonly version: number;
  readonly period: string;
};

/** The secretary puts a proposed version in force. */
export function AdoptButton({ indicator, version, period }: AdoptButtonProps) {
  const t = useTranslations("definition.adopt");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const adopt = () =>
    act(() => client.definition.adopt.mutate({ indicator, version }), t("done", { version }));
  return (
    <div className="mt-3 flex flex-col items-start gap-1">
      <Button variant="accent" pending={pending} onClick={() => void adopt()}>
        {t("action", { version })}
      </Button>
      <p className="text-sm text-muted">{t("help", { period })}</p>
    </div>
  );
}
