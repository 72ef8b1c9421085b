/** Reads the typeface of the pictures, which comes along as a package: no machine needs to have it. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export async function readFonts(): Promise<{ regular: Uint8Array; strong: Uint8Array }> {
  const [regular, strong] = await Promise.all([
    readFile(fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'))),
    readFile(
      fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')),
    ),
  ])
  return { regular, strong }
}
