/** Windows that slide over the pixels of one example `[inHeight, inWidth, channels]`; laid over 13 integers in memory. */
@unmanaged
export class Windows {
  inHeight: i32;
  inWidth: i32;
  channels: i32;
  outHeight: i32;
  outWidth: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  padTop: i32;
  padLeft: i32;
  dilationHeight: i32;
  dilationWidth: i32;

  /** Windows of one example. */
  get count(): i32 {
    return this.outHeight * this.outWidth;
  }

  /** Numbers that one window sees. */
  get taps(): i32 {
    return this.filterHeight * this.filterWidth * this.channels;
  }

  /** Numbers of one example. */
  get inSize(): i32 {
    return this.inHeight * this.inWidth * this.channels;
  }

  /** Whether each window is one pixel, in their order: then an example is its own patches. */
  get arePixels(): bool {
    return (
      this.filterHeight * this.filterWidth == 1 &&
      this.strideHeight * this.strideWidth == 1 &&
      this.padTop == 0 &&
      this.padLeft == 0 &&
      this.outHeight == this.inHeight &&
      this.outWidth == this.inWidth
    );
  }
}
