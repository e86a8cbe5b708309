"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Application } from "../queries.ts";

/** What may be done with an application beside writing it: take it back, withdraw it, agree to one's share. */
export function ApplicationSteps({
  application,
  isOpen,
}: Pick<Application, "application"> & { readonly isOpen: boolean }) {
  const t = useTranslations("fund.form");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const { publicId, revision, state, isOwn, partners } = application;
  const own = partners.find((one) => one.isOwn && !one.agreed);
  return (
    <>
      {own && (state === "draft" || state === "submitted") ? (
        <Button
          variant="accent"
          pending={pending}
          onClick={() => void act(() => client.fund.agree.mutate({ publicId }), t("agreeDone"))}
        >
          {t("agree", { share: own.share })}
        </Button>
      ) : null}
      {isOwn && state === "submitted" && isOpen ? (
        <Button
          pending={pending}
          onClick={() => void act(() => client.fund.reopen.mutate({ publicId, revision }), t("reopened"))}
        >
          {t("reopen")}
        </Button>
      ) : null}
      {isOwn && (state === "submitted" || state === "eligible") ? (
        <ConfirmDialog
          label={t("withdraw")}
          title={t("withdrawTitle")}
          body={t("withdrawBody")}
          run={() => client.fund.withdraw.mutate({ publicId, revision })}
          done={t("withdrawn")}
        />
      ) : null}
    </>
  );
}
