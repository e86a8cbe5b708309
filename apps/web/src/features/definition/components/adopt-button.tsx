"use client";

import { Button, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type AdoptButtonProps = {
  readonly indicator: string;
  readonly version: number;
  readonly period: string;
};

/** The secretary puts a proposed version in force. */
export function AdoptButton({ indicator, version, period }: AdoptButtonProps) {
  const t = useTranslations("definition.adopt");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const adopt = async () => {
    setPending(true);
    try {
      await client.definition.adopt.mutate({ indicator, version });
      toast({ title: t("done", { version }), tone: "success" });
      router.refresh();
    } catch (error) {
      toast({ title: toErrorMessage(error, {}, errors).text, tone: "danger" });
    }
    setPending(false);
  };
  return (
    <div className="mt-3 flex flex-col items-start gap-1">
      <Button variant="accent" pending={pending} onClick={() => void adopt()}>
        {t("action", { version })}
      </Button>
      <p className="text-sm text-muted">{t("help", { period })}</p>
    </div>
  );
}
