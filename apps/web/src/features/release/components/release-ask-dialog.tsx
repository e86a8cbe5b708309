"use client";

import { formatDate } from "@lilink/i18n";
import type { ReleaseAudience } from "@lilink/model/goals/release";
import { DescriptionList, Dialog, NoticeBox, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { AskableRound } from "../queries.ts";

export type ReleaseAskDialogProps = {
  readonly round: AskableRound;
  readonly audience: ReleaseAudience;
  readonly onClose: () => void;
};

/** What is about to be released, to whom, and what of it is still missing: a release is not taken back. */
export function ReleaseAskDialog({ round, audience, onClose }: ReleaseAskDialogProps) {
  const t = useTranslations("release");
  const errors = useTranslations("error");
  const action = useTranslations("common.action");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const day = formatDate(round.dueAt, locale, "time");
  const release = async () => {
    setPending(true);
    try {
      const { publicId } = await client.release.ask.mutate({ round: round.publicId, audience });
      toast({ title: t("ask.done"), tone: "success" });
      router.push(`/releases/${publicId}`);
    } catch (error) {
      const { code, params } = readPublicError(error);
      const title =
        code === "WRONG_STATE"
          ? t(params.state === "notDue" ? "ask.notDue" : "ask.making")
          : toErrorMessage(error, {}, errors).text;
      toast({ title, tone: "danger" });
      onClose();
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      closeLabel={action("close")}
      title={t("ask.confirmTitle", { period: round.period })}
      description={t("ask.confirmBody")}
      actions={<DialogEnd label={t("ask.confirm")} pending={pending} run={release} variant="danger" />}
    >
      <DescriptionList
        items={[
          { key: "period", term: t("ask.round"), detail: round.period },
          { key: "audience", term: t("ask.audience"), detail: t(`ask.to.${audience}`) },
          {
            key: "returns",
            term: t("ask.returns"),
            detail: t("ask.returnsOf", {
              owed: round.owed,
              handedIn: round.handedIn,
              verified: round.verified,
            }),
          },
          {
            key: "round",
            term: t("ask.reporting"),
            detail: t(round.isOpen ? "ask.openUntil" : "ask.closedSince", { day }),
          },
        ]}
      />
      {round.isOpen ? <NoticeBox tone="warning">{t("ask.openNote")}</NoticeBox> : null}
    </Dialog>
  );
}
