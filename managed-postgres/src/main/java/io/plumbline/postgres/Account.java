package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Under whom PostgreSQL's programs run.
 *
 * @param description for a person
 * @param prefix what goes before a command to run it so
 * @param owner to whom its files must belong; empty where they belong to the right one by themselves
 */
record Account(String description, List<String> prefix, Optional<Owner> owner) {

    /** As the kernel numbers them outside of any user namespace. */
    record Owner(int uid, int gid) {}

    static Account itself() {
        return new Account("this process's own account", List.of(), Optional.empty());
    }

    /** Only root may; also gives up the way back to more rights. */
    static Account switchedTo(Owner owner) {
        return new Account(
                "uid " + owner.uid() + " through setpriv",
                List.of(
                        "setpriv",
                        "--reuid=" + owner.uid(),
                        "--regid=" + owner.gid(),
                        "--clear-groups",
                        "--no-new-privs"),
                Optional.of(owner));
    }

    /**
     * A user namespace without a mapping: PostgreSQL sees the overflow uid for itself and for its files. To the rest of the
     * system it stays {@code owner} without capabilities.
     */
    static Account inUserNamespace(Owner owner) {
        return new Account("a user namespace through unshare", List.of("unshare", "-U"), Optional.of(owner));
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes this account the owner of all of {@code folder}, if it is not yet. */
    void own(Path folder) throws IOException {
        if (owner.isPresent() && !owner.get().equals(ownerOf(folder))) {
            FileTree.changeOwner(folder, owner.get().uid(), owner.get().gid());
        }
    }

    static Owner ownerOf(Path path) throws IOException {
        return new Owner((Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS), (Integer)
                Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
    }
}
