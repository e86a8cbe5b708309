"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly call: string;
  readonly mayOpen: boolean;
  readonly mayJudge: boolean;
  readonly mayAssign: boolean;
};

/** The next step of a call, from the opening to the assignment. */
export function RoomActs({ call, mayOpen, mayJudge, mayAssign }: Given) {
  const t = useTranslations("fund.room");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <>
      {mayOpen ? (
        <ConfirmDialog
          variant="accent"
          label={t("open")}
          title={t("openTitle")}
          body={t("openBody")}
          run={() => client.fund.open.mutate({ call })}
          done={({ count }) => t("opened", { count })}
        />
      ) : null}
      {mayJudge ? (
        <Button
          variant="accent"
          pending={pending}
          onClick={() =>
            void act(
              () => client.fund.judge.mutate({ call }),
              ({ eligible, ineligible }) => t("judged", { eligible, ineligible }),
            )
          }
        >
          {t("judge")}
        </Button>
      ) : null}
      {mayAssign ? (
        <Button
          variant={mayJudge ? "plain" : "accent"}
          pending={pending}
          onClick={() => void act(() => client.fund.askReviewers.mutate({ call }), t("assigned"))}
        >
          {t("assign")}
        </Button>
      ) : null}
    </>
  );
}
