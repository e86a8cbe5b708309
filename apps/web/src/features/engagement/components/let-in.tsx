"use client";

import { Button, type SelectOption } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Lets one of the own advisers into a thread. [AV6] */
export function LetInForm({
  publicId,
  choices,
}: {
  readonly publicId: string;
  readonly choices: readonly SelectOption[];
}) {
  const t = useTranslations("engagement.let");
  const client = useTRPCClient();
  const form = useSmallForm("let", { engagement: choices[0]?.value ?? "" }, { engagement: t("choose") });
  const send = () =>
    void form.act(
      () => client.engagement.letIn.mutate({ publicId, engagement: form.values.engagement ?? "" }),
      t("letIn"),
    );
  return form.frame(send, t("in"), form.choice("engagement", choices));
}

export function LetOutButton({
  publicId,
  engagement,
}: {
  readonly publicId: string;
  readonly engagement: string;
}) {
  const t = useTranslations("engagement.let");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Button
      size="sm"
      className="mt-2"
      pending={pending}
      onClick={() => void act(() => client.engagement.letOut.mutate({ publicId, engagement }), t("letOut"))}
    >
      {t("out")}
    </Button>
  );
}
