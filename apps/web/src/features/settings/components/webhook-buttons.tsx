"use client";

import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { useAct } from "./use-act.ts";

export function PauseWebhookButton(props: { readonly publicId: string; readonly paused: boolean }) {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const turn = async () => {
    await client.webhook.pause.mutate({ publicId: props.publicId, paused: !props.paused });
    return t(props.paused ? "active" : "paused");
  };
  return (
    <Button size="sm" pending={pending} onClick={() => void act(turn)}>
      {t(props.paused ? "resume" : "pause")}
    </Button>
  );
}

export function RemoveWebhookButton({ publicId, url }: { readonly publicId: string; readonly url: string }) {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  const remove = async () => {
    await client.webhook.remove.mutate({ publicId });
    return t("removed");
  };
  return (
    <ConfirmDialog
      label={t("remove")}
      title={t("removeTitle", { url })}
      body={t("removeBody")}
      run={remove}
    />
  );
}

export function ReplayButton({ id }: { readonly id: string }) {
  const t = useTranslations("settings.webhooks");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const replay = async () => {
    await client.webhook.replay.mutate({ id });
    return t("replayed");
  };
  return (
    <Button size="sm" pending={pending} onClick={() => void act(replay)}>
      {t("replay")}
    </Button>
  );
}
