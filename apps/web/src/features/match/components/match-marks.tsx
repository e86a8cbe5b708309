"use client";

import type { DeclineReason } from "@lilink/model/introduction";
import { Button, buttonClass, Menu, MenuItem, MenuLabel, toast } from "@lilink/ui";
import { useMutation } from "@tanstack/react-query";
import { Pin, PinOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPC } from "#lib/trpc/use-trpc.ts";

export type MarkTexts = Readonly<
  Record<
    | "pin"
    | "unpin"
    | "dismiss"
    | "dismissWhy"
    | "undo"
    | "pinDone"
    | "unpinDone"
    | "dismissDone"
    | "undoDone",
    string
  >
> & { readonly reasons: readonly { readonly value: DeclineReason; readonly label: string }[] };

export type MatchMarksProps = {
  readonly own: string;
  readonly other: string;
  readonly mark: "pinned" | "dismissed" | null;
  readonly title: string;
  readonly text: MarkTexts;
};

type Mark = "pinned" | "dismissed" | "none";

type Press = "pin" | "dismiss" | "undo";

const plain = buttonClass({ size: "sm" });
const quiet = buttonClass({ size: "sm", variant: "quiet" });
const [pin, unpin, cross] = [
  <Pin key="pin" aria-hidden />,
  <PinOff key="unpin" aria-hidden />,
  <X key="x" aria-hidden />,
];

/** Pins, dismisses with a reason, or takes either back; what was done can be undone from the message. */
export function MatchMarks(props: MatchMarksProps) {
  // What a press needs is made at the first one: a page has many cards and few presses.
  const [pressed, setPressed] = useState<Press | null>(null);
  const { mark, text } = props;
  if (pressed) return <PressedMarks {...props} pressed={pressed} />;
  if (mark === "dismissed") {
    return (
      <button type="button" className={plain} onClick={() => setPressed("undo")}>
        {text.undo}
      </button>
    );
  }
  const isPinned = mark === "pinned";
  return (
    <span className="flex gap-1">
      <button type="button" className={quiet} aria-pressed={isPinned} onClick={() => setPressed("pin")}>
        {isPinned ? unpin : pin}
        {isPinned ? text.unpin : text.pin}
      </button>
      <button
        type="button"
        className={quiet}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setPressed("dismiss")}
      >
        {cross}
        {text.dismiss}
      </button>
    </span>
  );
}

type PressedMarksProps = MatchMarksProps & { readonly pressed: Press };

/** The same buttons at work, beginning with the press that made them. */
function PressedMarks({ own, other, mark, title, text, pressed }: PressedMarksProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const error = useTranslations("error");
  const { mutate, isPending } = useMutation(trpc.match.mark.mutationOptions());
  const [isAsked, setAsked] = useState(pressed === "dismiss");
  const begun = useRef(false);
  const button = useRef<HTMLButtonElement>(null);

  const put = (next: Mark, done: string, back?: Mark, reason?: DeclineReason) =>
    mutate(
      { publicId: own, other, mark: next, ...(reason ? { reason } : {}) },
      {
        onSuccess: () => {
          router.refresh();
          toast({
            title: done,
            body: title,
            tone: "success",
            ...(back ? { action: { label: text.undo, run: () => put(back, text.undoDone) } } : {}),
          });
        },
        onError: (cause) => toast({ title: toErrorMessage(cause, {}, error).text, tone: "danger" }),
      },
    );

  const isPinned = mark === "pinned";
  const undo = () => put("none", text.undoDone);
  const turnPin = () => put(isPinned ? "none" : "pinned", isPinned ? text.unpinDone : text.pinDone);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    button.current?.focus();
    if (pressed === "undo") undo();
    if (pressed === "pin") turnPin();
  });

  if (mark === "dismissed") {
    return (
      <Button ref={button} size="sm" pending={isPending} onClick={undo}>
        {text.undo}
      </Button>
    );
  }
  return (
    <span className="flex gap-1">
      <Button
        ref={pressed === "pin" ? button : undefined}
        size="sm"
        variant="quiet"
        aria-pressed={isPinned}
        pending={isPending}
        onClick={turnPin}
      >
        {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        {isPinned ? text.unpin : text.pin}
      </Button>
      {isAsked ? (
        <Menu defaultOpen trigger={<DismissButton label={text.dismiss} disabled={isPending} />}>
          <MenuLabel>{text.dismissWhy}</MenuLabel>
          {text.reasons.map(({ value, label }) => (
            <MenuItem
              key={value}
              onSelect={() => put("dismissed", text.dismissDone, isPinned ? "pinned" : "none", value)}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
      ) : (
        <DismissButton
          label={text.dismiss}
          disabled={isPending}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setAsked(true)}
        />
      )}
    </span>
  );
}

type DismissButtonProps = Omit<ComponentProps<typeof Button>, "children"> & { readonly label: string };

function DismissButton({ label, disabled, ...rest }: DismissButtonProps) {
  return (
    <Button size="sm" variant="quiet" aria-disabled={disabled || undefined} {...rest}>
      <X aria-hidden />
      {label}
    </Button>
  );
}
