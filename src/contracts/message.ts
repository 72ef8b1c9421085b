/**
 * What the bot says, as plain tagged data. Core chooses the language and the words; an adapter renders every
 * tag in its platform's own idiom.
 *
 * - **Block**: one piece of a message; `tag` tells which.
 * - **Button**: `ref` says what a press means (see `ref.ts`); `opens` says what to expect, because Teams must
 *   know beforehand whether a dialog follows.
 * - **Line**: two poles and seven places between them, with marks. Neither side is the better one, so a line
 *   has no numbers, no colours and no middle value.
 */
import type { Language, Said, Text } from './text.ts'

export interface Message {
  readonly language: Language
  /** The same in one sentence: what a notification shows and a screen reader announces. */
  readonly summary: Text
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly tag: 'heading'; readonly text: Text }
  | { readonly tag: 'paragraph'; readonly text: Text }
  | { readonly tag: 'quotes'; readonly quotes: readonly Said[] }
  | { readonly tag: 'facts'; readonly facts: readonly Fact[] }
  | PictureBlock
  | LineBlock
  | { readonly tag: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly tag: 'context'; readonly text: Text }
  | FileBlock

export interface Fact {
  readonly name: Text
  readonly value: Text
}

/** `picture` is an unguessable id that `Pictures` turns into a PNG; `words` say all that the picture shows. */
export interface PictureBlock {
  readonly tag: 'picture'
  readonly picture: string
  readonly words: Text
  /** The same drawn with letters, for where no picture can go; without it the words stand there. */
  readonly instead?: readonly LineBlock[]
}

export interface LineBlock {
  readonly tag: 'line'
  readonly title: Text
  readonly left: Text
  readonly right: Text
  readonly rows: readonly LineRow[]
  /** All that the line shows, in words; empty where a button beside it tells them. */
  readonly words: Text
}

/** Something to keep: somebody's own data, results as a table. Shown as a download where a platform has one. */
export interface FileBlock {
  readonly tag: 'file'
  /** With its ending: `my-data.json`. */
  readonly name: string
  readonly type: 'application/json' | 'text/csv'
  readonly content: string
}

/** One kind of mark on a line. `places` counts the marks at each of the seven places, left to right. */
export interface LineRow {
  readonly name: string
  readonly mark: '✕' | '○'
  readonly places: readonly number[]
  /** A row of an earlier round, drawn lightly. */
  readonly faint: boolean
}

export interface Button {
  readonly label: string
  readonly ref: string
  readonly opens: 'form' | 'nothing'
  /** The one button that most people come for. */
  readonly primary?: boolean
}

/** Draws a picture again by its id: same id, same PNG. `undefined`: there is no such picture (any more). */
export type Pictures = (id: string) => Promise<Uint8Array | undefined>
