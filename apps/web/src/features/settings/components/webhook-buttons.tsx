"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function PauseWebhookButton(props: { readonly publicId: string; readonly paused: boolean }) {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const turn = () =>
    act(
      () => client.webhook.pause.mutate({ publicId: props.publicId, paused: !props.paused }),
      t(props.paused ? "active" : "paused"),
    );
  return (
    <Button size="sm" pending={pending} onClick={() => void turn()}>
      {t(props.paused ? "resume" : "pause")}
    </Button>
  );
}

export function RemoveWebhookButton({ publicId, url }: { readonly publicId: string; readonly url: string }) {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("remove")}
      title={t("removeTitle", { url })}
      body={t("removeBody")}
      run={() => client.webhook.remove.mutate({ publicId })}
      done={t("removed")}
    />
  );
}

export function ReplayButton({ id }: { readonly id: string }) {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const replay = () => act(() => client.webhook.replay.mutate({ id }), t("replayed"));
  return (
    <Button size="sm" pending={pending} onClick={() => void replay()}>
      {t("replay")}
    </Button>
  );
}
