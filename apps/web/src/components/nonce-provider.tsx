"use client";

import { setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";

/**
 * Gives the page's nonce to what writes style elements (scroll lock of dialogs). The first one is frozen: a server
 * action renders the layout anew with a nonce that the open document does not accept.
 */
export function NonceProvider({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  useState(() => {
    setNonce(nonce);
    return nonce;
  });
  return children;
}
