"use client";

import { Button, Field, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type ClaimDecisionProps = {
  readonly claim: string;
  readonly name: string;
  /** Another organization holds the code: it cannot be approved as it stands. */
  readonly held: boolean;
};

/** Approve in one press; a refusal asks for its reason first. */
export function ClaimDecision({ claim, name, held }: ClaimDecisionProps) {
  const t = useTranslations("organization.review");
  const action = useTranslations("common.action");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const id = useId();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const decide = async (run: () => Promise<unknown>, done: string) => {
    setPending(true);
    setFailure(undefined);
    try {
      await run();
      toast({ title: done, tone: "success" });
      router.refresh();
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { reason: t("reason") }, errors);
      if (fields[0]) setFailure(fields[0].text);
      else toast({ title: text, tone: "danger" });
    }
    setPending(false);
  };
  const approve = () =>
    decide(() => client.claim.approve.mutate({ publicId: claim }), t("approved", { name }));
  const refuse = () =>
    decide(() => client.claim.refuse.mutate({ publicId: claim, reason }), t("refused", { name }));

  if (!refusing) {
    return (
      <div className="flex flex-wrap gap-2">
        <Button variant="accent" disabled={held} pending={pending} onClick={() => void approve()}>
          {t("approve")}
        </Button>
        <Button onClick={() => setRefusing(true)}>{t("refuse")}</Button>
      </div>
    );
  }
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={failure} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" pending={pending} onClick={() => void refuse()}>
          {t("confirmRefuse")}
        </Button>
        <Button variant="quiet" onClick={() => setRefusing(false)}>
          {action("cancel")}
        </Button>
      </div>
    </div>
  );
}
