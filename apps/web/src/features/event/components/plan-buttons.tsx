"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly id: string;
  readonly state: string;
  readonly shown: { readonly version: number; readonly state: string } | null;
};

/** Draws up a timetable once registration is closed, and publishes the version that is shown. [EV8] */
export function PlanButtons({ id, state, shown }: Given) {
  const t = useTranslations("event.board");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <>
      {shown?.state === "draft" ? (
        <ConfirmDialog
          variant="accent"
          label={t("publish", { version: shown.version })}
          title={t("publish", { version: shown.version })}
          body={t("publishBody")}
          run={() => client.event.publish.mutate({ publicId: id, version: shown.version })}
          done={t("published")}
        />
      ) : null}
      {state === "interest_closed" ? (
        <Button
          variant={shown ? "plain" : "accent"}
          pending={pending}
          onClick={() => void act(() => client.event.plan.mutate({ publicId: id }), t("asked"))}
        >
          {t("plan")}
        </Button>
      ) : null}
    </>
  );
}
