"use client";

import { NoticeBox, type NoticeBoxProps } from "@lilink/ui";
import { useEffect, useRef } from "react";

/** A notice that needs an answer: it comes into view and takes the focus when it arrives. */
export function ArrivingNotice(props: NoticeBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="outline-offset-4">
      <NoticeBox {...props} />
    </div>
  );
}
