"use client";

import { Button, NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { watchCamera } from "./scan-code.ts";

/** Reads codes from the camera; the same code in a row counts once. */
export function CodeCamera({ onCode }: { readonly onCode: (text: string) => void }) {
  const t = useTranslations("battery.lab");
  const [isOn, setOn] = useState(false);
  const [isDenied, setDenied] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const hear = useRef(onCode);
  hear.current = onCode;

  useEffect(() => {
    const view = video.current;
    if (!isOn || !view) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    let last = "";
    watchCamera(view, (text) => {
      if (text === last) return;
      last = text;
      hear.current(text);
    }).then(
      (end) => {
        stop = end;
        if (isOver) end();
      },
      () => {
        setOn(false);
        setDenied(true);
      },
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [isOn]);

  return (
    <>
      <Button
        onClick={() => {
          setDenied(false);
          setOn(!isOn);
        }}
      >
        {isOn ? t("cameraStop") : t("camera")}
      </Button>
      {isOn ? (
        <video
          ref={video}
          aria-label={t("cameraView")}
          muted
          playsInline
          className="max-h-80 w-full max-w-md basis-full border border-line bg-sunken"
        />
      ) : null}
      {isDenied ? (
        <NoticeBox tone="warning" className="basis-full">
          {t("cameraDenied")}
        </NoticeBox>
      ) : null}
    </>
  );
}
