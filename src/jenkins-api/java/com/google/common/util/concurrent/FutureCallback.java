// Compile-time signatures: what this plugin uses of the type in guava, without behaviour; see docs/building.md.
package com.google.common.util.concurrent;

public interface FutureCallback<V> {
    void onFailure(Throwable t);
}
